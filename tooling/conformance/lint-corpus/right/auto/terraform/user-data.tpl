#!/bin/bash
echo "ECS_CLUSTER=${cluster}" >> /etc/ecs/ecs.config
%{ for key, value in env ~}
echo "${key}=${value}" >> /etc/environment
%{ endfor ~}
